import { limits } from '../../src/dastra/client.ts';

// Second attempts come at once: no test has to wait for them.
limits.pause = 1;
