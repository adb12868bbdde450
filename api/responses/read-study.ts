/** A study as it was read from the store. */
import type { Study } from '../../analysis/columns/study.ts'
import type { Members } from '../results/snapshots.ts'

/**
 * A study, how many responses it is made of, the SHA-256 of their content, hexadecimal, how many responses a person has set
 * aside, and what stands for each response in a snapshot, in the order of its rows.
 */
export type ReadStudy = Study & { responses: number; digest: string; aside: number; members: Members }
