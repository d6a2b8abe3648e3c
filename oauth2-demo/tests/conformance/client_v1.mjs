// The TypeScript client, version 1: node client_v1.mjs URL ISSUER; the credentials are in the environment.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(process.env.NODE_TOOLS + '/');
const load = (name) => import(pathToFileURL(require.resolve(name)));
const { Client } = await load('@modelcontextprotocol/sdk/client/index.js');
const { StreamableHTTPClientTransport } = await load('@modelcontextprotocol/sdk/client/streamableHttp.js');
const { ClientCredentialsProvider, PrivateKeyJwtProvider } = await load('@modelcontextprotocol/sdk/client/auth-extensions.js');

const [url, issuer] = process.argv.slice(2);
const known = { clientId: process.env.CLIENT_ID, expectedIssuer: issuer, scope: 'mcp.access' };
const authProvider = process.env.PRIVATE_KEY
  ? new PrivateKeyJwtProvider({ ...known, privateKey: readFileSync(process.env.PRIVATE_KEY, 'utf8'), algorithm: 'ES256' })
  : new ClientCredentialsProvider({ ...known, clientSecret: process.env.CLIENT_SECRET });
const client = new Client({ name: 'typescript-v1', version: '1' });
const transport = new StreamableHTTPClientTransport(new URL(url), { authProvider });
await client.connect(transport);
const { tools } = await client.listTools();
const result = await client.callTool({ name: 'get_oauth2_flow_guide', arguments: { language: 'ko' } });
console.log(JSON.stringify({
  protocol: transport.protocolVersion,
  tools: tools.map((tool) => tool.name),
  isError: result.isError ?? false,
  eventId: result._meta?.event_id,
}));
await client.close();
