// The TypeScript client, version 2: node client_v2.mjs URL ISSUER VERSION; the credentials are in the environment.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(process.env.NODE_TOOLS + '/');
const { Client, ClientCredentialsProvider, PrivateKeyJwtProvider, StreamableHTTPClientTransport } = await import(
  pathToFileURL(require.resolve('@modelcontextprotocol/client').replace(/\.cjs$/, '.mjs'))
);

const [url, issuer, version] = process.argv.slice(2);
const known = { clientId: process.env.CLIENT_ID, expectedIssuer: issuer, scope: 'mcp.access' };
const authProvider = process.env.PRIVATE_KEY
  ? new PrivateKeyJwtProvider({ ...known, privateKey: readFileSync(process.env.PRIVATE_KEY, 'utf8'), algorithm: 'ES256' })
  : new ClientCredentialsProvider({ ...known, clientSecret: process.env.CLIENT_SECRET });
// Before 2026-07-28 a version is agreed on by the handshake; since then each request says it.
const options = version < '2026' ? { supportedProtocolVersions: [version] } : { versionNegotiation: { mode: { pin: version } } };
const client = new Client({ name: 'typescript-v2', version: '1' }, options);
await client.connect(new StreamableHTTPClientTransport(new URL(url), { authProvider }));
const { tools } = await client.listTools();
const result = await client.callTool({ name: 'get_oauth2_flow_guide', arguments: { language: 'ko' } });
console.log(JSON.stringify({
  protocol: client.getNegotiatedProtocolVersion?.(),
  tools: tools.map((tool) => tool.name),
  isError: result.isError ?? false,
  eventId: result._meta?.event_id,
}));
await client.close();
