// npm run simulate -- [--seed 5] [--write DIR]
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';

const { values } = parseArgs({ options: { seed: { type: 'string' }, write: { type: 'string' } } });
process.env.SIM = '1';
if (values.seed) process.env.SIM_SEED = values.seed;
if (values.write) process.env.SIM_WRITE = values.write;
const vitest = await startVitest('test', ['test/simulation/simulate.test.ts'], { watch: false });
await vitest.close();
