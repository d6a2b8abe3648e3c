#!/usr/bin/env node
// Health check of the Node.js container: each baked server starts through npx and answers `initialize`.
// The engine asks every few seconds; a success is remembered for a while, as starting servers is dear.
import { spawn } from "node:child_process";
import { readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";

const REMEMBERED_FOR_MS = 300_000;
const ANSWER_WITHIN_MS = 30_000;
const STAMP = `/tmp/mcp-docker-healthy-${process.getuid()}`;
const REQUEST = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "health-check", version: "1" } },
};

function remembered() {
  const stamp = statSync(STAMP, { throwIfNoEntry: false });
  return stamp !== undefined && Date.now() - stamp.mtimeMs < REMEMBERED_FOR_MS;
}

function answers(name) {
  return new Promise((resolve) => {
    const server = spawn("npx", ["-y", name], { stdio: ["pipe", "pipe", "ignore"] });
    let output = "";
    const finish = (answered) => {
      clearTimeout(deadline);
      server.kill("SIGKILL");
      resolve(answered);
    };
    const deadline = setTimeout(() => finish(false), ANSWER_WITHIN_MS);
    server.on("error", () => finish(false));
    server.on("exit", () => finish(output.includes('"serverInfo"')));
    server.stdout.on("data", (chunk) => {
      output += chunk;
      if (output.includes("\n")) finish(output.includes('"serverInfo"'));
    });
    server.stdin.on("error", () => {}); // a server that died at once is reported by its exit
    server.stdin.write(`${JSON.stringify(REQUEST)}\n`);
  });
}

if (!remembered()) {
  const names = readFileSync("/opt/mcp/servers.txt", "utf8").trim().split("\n").map((line) => line.split(" ")[0]);
  const results = await Promise.all(names.map(answers));
  const silent = names.filter((_, index) => !results[index]);
  silent.forEach((name) => console.log(`no answer to initialize from: npx -y ${name}`));
  if (silent.length > 0) process.exit(1);
  writeFileSync(STAMP, "");
  utimesSync(STAMP, new Date(), new Date());
}
