/** What a survey of inhabitants can say of each objective of the plan: the authority's judgement. */
import { ofAuthority } from '../../surveys/authority/in-force.ts'
import type { JudgementFile } from '../../surveys/authority/schema.ts'

export type { Nature } from '../../surveys/authority/schema.ts'
export type Judgement = JudgementFile[number]

export const judgements = ofAuthority(({ judgement }): readonly Judgement[] => judgement)
