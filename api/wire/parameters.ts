/** The parts of addresses. What cannot be one of them is refused in words before anything is looked up. */
import * as z from 'zod'
import { slug as slugShape } from '../../surveys/questionnaire/slug.ts'
import type { ProblemCode } from '../http/problems.ts'
import type { Parameter } from './contract.ts'

/** Signs that every store takes in a name. */
const plain = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:@-]{0,119}$/)
/** A hash or a secret, as it is written in an address. */
const token = z.string().regex(/^[A-Za-z0-9_-]{1,120}$/)
const whole = (most: number) => z.coerce.number().int().min(1).max(most)
const parameter = <Shape extends z.ZodType<string | number>>(shape: Shape, refusal: ProblemCode) =>
  ({ shape, refusal }) satisfies Parameter

export const slug = parameter(slugShape, 'questionnaire-unknown')
/** Read with the body, which may repeat it. */
export const response = parameter(z.string().max(80), 'sheet-refused')
export const kiosk = parameter(z.uuid(), 'kiosk-unknown')
export const quarantined = parameter(z.uuid(), 'quarantine-decided')
export const session = parameter(token, 'route-unknown')
export const invitation = parameter(token, 'link-refused')
export const login = parameter(plain, 'account-unknown')
export const table = parameter(plain, 'table-unknown')
export const series = parameter(plain, 'series-unknown')
export const version = parameter(whole(1_000_000), 'version-unknown')
export const comment = parameter(plain, 'comment-unknown')
export const objective = parameter(whole(999), 'route-unknown')
/** Name of an indicator, path of a question, or name of a document of the report. */
export const published = parameter(z.string().max(200), 'publication-unknown')
export const publication = parameter(whole(999_999), 'publication-unknown')
export const paperBatch = parameter(plain, 'paper-unknown')
export const typology = parameter(whole(999_999), 'typology-unknown')
/** Place of the first response of a packet. */
export const place = parameter(whole(999), 'paper-unknown')
/** As somebody types it, with or without dashes. */
export const paperNumber = parameter(z.string().max(40), 'paper-number')
export const logEntry = parameter(z.uuid(), 'log-entry-unknown')
export const exploration = parameter(z.uuid(), 'route-unknown')
export const exitCode = parameter(z.string().regex(/^[0-9A-Za-z]{10}$/), 'exit-unknown')
export const codeBatch = parameter(plain, 'route-unknown')
export const flagGroup = parameter(token, 'route-unknown')
export const waitingText = parameter(token, 'vigilance-unknown')
/** An encounter, one of its quotes, or a round of observation. */
export const heard = parameter(z.uuid(), 'heard-unknown')
/** The card of an actor. */
export const actor = parameter(plain, 'actor-unknown')
export const idea = parameter(z.uuid(), 'idea-unknown')
/** A document of the plan: `fiche-10.pdf`, `bilan-2026.docx`, `guide-general.pdf`. */
export const planDocument = parameter(z.string().regex(/^[a-z0-9-]{1,40}\.(?:pdf|docx|html)$/), 'route-unknown')
/** Whatever somebody typed: a page answers it, in words. */
export const publicPage = parameter(z.string().max(200), 'address-unreadable')
export const asset = parameter(plain, 'route-unknown')
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Digest of the secret of a committee link. */
export const committeeLink = parameter(sha256, 'route-unknown')
/** Digest of the picture of an answer. */
export const picture = parameter(sha256, 'route-unknown')
/** Questions of the library of this installation. */
export const libraryItem = parameter(z.uuid(), 'route-unknown')
/** Digest of a shipped text. */
export const digest = parameter(token, 'route-unknown')
