/** Routes anybody's device calls while its person answers: a visit, how far people come, whether a code can still serve. */
import type { Request } from 'express'
import { invitationIn } from '../../surveys/answers/invitation.ts'
import { networkOf } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import type { Routes } from '../http/access.ts'
import { body } from '../http/body.ts'
import { guesses } from '../http/guesses.ts'
import * as wire from '../wire/fieldwork.ts'
import { hashOfInvitation } from './diffusion/invitation-hash.ts'
import type { Door } from './door.ts'
import { endPage } from './follow.ts'

export function doorRoutes(api: Routes, context: AppContext, { visits, steps }: Door): void {
  const wrong = guesses()

  async function stateOf(questionnaire: string, typed: string): Promise<wire.CodeState['state']> {
    const code = invitationIn(typed)
    if (code === null) return 'misspelt'
    const hash = hashOfInvitation(context.keyring, questionnaire, code)
    return (await context.store.codes.state({ hash, questionnaire })) ?? 'unknown'
  }

  async function isPage({
    questionnaire: slug,
    version,
    page,
  }: {
    questionnaire: string
    version: number
    page: string
  }) {
    if (page === endPage) return true
    const { questionnaire } = await context.questionnaires.published(slug, version)
    return questionnaire.definition.pages.some(({ name }) => name === page)
  }

  api.post('/api/visits', ...body(wire.NewVisit), async (_req, res) => {
    const { questionnaire } = res.locals.body
    await context.questionnaires.found(questionnaire)
    res.status(201).json(wire.Visit.parse({ visit: visits.open(questionnaire) }))
  })
  api.post('/api/steps', ...body(wire.NewStep), async (_req, res) => {
    const step = res.locals.body as wire.NewStep
    await context.questionnaires.found(step.questionnaire)
    if ('minutes' in step) steps.took(step.questionnaire, step.minutes)
    else if (await isPage(step)) steps.reached(step.questionnaire, step.version, step.page)
    res.status(201).json({})
  })
  api.post('/api/invitations/check', ...body(wire.CheckCode), async (req: Request, res) => {
    const { questionnaire, code } = res.locals.body
    await context.questionnaires.found(questionnaire)
    const state = await stateOf(questionnaire, code)
    // a slip of the finger is no guess; a code that does not exist may be one
    if (state === 'unknown') wrong.missed(networkOf(req.ip ?? ''))
    res.json(wire.CodeState.parse({ state }))
  })
}
