import { guid } from '../builders.ts';

/** GUIDs of workspace 101 that more than one table names. */
export const processingId = (number: number) => guid(101, 1, number);
export const projectId = (number: number) => guid(101, 2, number);
export const iterationId = (number: number) => guid(101, 3, number);
