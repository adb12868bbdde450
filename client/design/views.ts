/** Which component stands under each tab; a new tab is a row here and in addresses.ts. */
import { type ComponentType, lazy } from 'react'
import type { TabName } from './addresses.ts'
import type { DraftRoom } from './draft/useDraft.ts'

type View = ComponentType<{ room: DraftRoom }>
const view = (load: () => Promise<View>) => lazy(async () => ({ default: await load() }))

export const views: Partial<Record<TabName, View>> = {
  page: view(async () => (await import('./page/Page.tsx')).Page),
  logique: view(async () => (await import('./logic/Logic.tsx')).Logic),
  plan: view(async () => (await import('./plan/Plan.tsx')).Plan),
  textes: view(async () => (await import('./texts/Texts.tsx')).Texts),
  apercu: view(async () => (await import('./preview/Preview.tsx')).Preview),
  reglages: view(async () => (await import('./head/Head.tsx')).Head),
  controle: view(async () => (await import('./review/PublicationReview.tsx')).PublicationReview),
  versions: view(async () => (await import('./versions/Versions.tsx')).Versions),
  json: view(async () => (await import('./json/Json.tsx')).Json),
}
