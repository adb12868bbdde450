/** The route of the public intake. */
import type { Request } from 'express'
import * as z from 'zod'
import type { AppContext } from '../context.ts'
import type { IntakeMonitor } from '../fieldwork/intake-monitor.ts'
import { Problem } from '../http/problems.ts'
import type { Handlers } from '../http/serve.ts'
import type { Intake } from '../kiosks/intake.ts'
import type { responseContracts } from '../wire/contracts/respondent.ts'
import { receive } from './responses.ts'

export function responseRoutes(
  context: AppContext,
  monitor: IntakeMonitor,
  intake: Pick<Intake, 'webChannel'>,
): Handlers<typeof responseContracts> {
  return {
    'PUT /api/responses/:id': async ({ params, body, req, res }) => {
      const channel = await intake.webChannel(body.channel)
      const response = { ...body, id: idOf(params.id, body.id), channel }
      const received = await receive(context, response, { needsCode: true })
      if (received.outcome === 'new') monitor.noticed(response, { address: req.ip ?? '', device: deviceOf(req) })
      else res.status(200)
      return received
    },
  }
}

const uuid = z.uuid()

/** The id in the address, which the body may repeat. */
function idOf(inAddress: string, inBody: string | undefined): string {
  const address = uuid.safeParse(inAddress)
  if (!address.success || (inBody !== undefined && inBody.toLowerCase() !== address.data.toLowerCase()))
    throw new Problem('sheet-refused', [{ path: 'id', message: 'L’identifiant de la fiche n’est pas celui attendu.' }])
  return address.data.toLowerCase()
}

/** What the browser says of itself: hashed with a key of the day, and stored nowhere. */
const deviceOf = (req: Request) => `${req.get('user-agent') ?? ''} ${req.get('accept-language') ?? ''}`
