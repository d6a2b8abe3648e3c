// Writes one line for each server of package.json: its name, the version installed and the file that starts it.
import { readFileSync } from "node:fs";

const read = (path) => JSON.parse(readFileSync(path, "utf8"));

for (const name of Object.keys(read("package.json").dependencies)) {
  const folder = `${process.cwd()}/node_modules/${name}`;
  const { version, bin } = read(`${folder}/package.json`);
  const file = typeof bin === "string" ? bin : Object.values(bin)[0];
  console.log(`${name} ${version} ${folder}/${file}`);
}
