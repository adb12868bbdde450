/** Monitoring of a server: whether it lives, whether it serves, its metrics, and the responses that cannot be decrypted. */
import { contractsOf } from '../contract.ts'
import * as wire from '../staff.ts'

const anyone = ['anyone'] as const

export const healthContracts = contractsOf({
  'GET /healthz': { summary: 'Le serveur tourne.', roles: anyone, response: wire.Alive },
  'GET /readyz': {
    summary:
      'Le serveur peut servir : sa base écrit, ses clés ouvrent, son disque a de la place ; lequel manque, à qui lit les mesures.',
    roles: anyone,
    response: wire.Ready,
    statuses: [200, 503],
  },
  'GET /metrics': {
    summary: 'Les mesures du serveur, au format de Prometheus ; à qui montre le jeton, ou depuis la machine elle-même.',
    roles: anyone,
    response: { files: ['text/plain; version=0.0.4; charset=utf-8'] },
  },
})

export const unreadableContracts = contractsOf({
  'GET /api/unreadable': {
    summary: 'Les réponses illisibles, laissées de côté.',
    roles: ['admin'],
    response: wire.UnreadablePage,
  },
})
