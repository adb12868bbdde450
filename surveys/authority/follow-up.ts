/** Where an action of the plan stands, as its pilots say it: never computed, and always dated. */
export const actionStates = [
  { value: 'to-start', text: 'à faire', several: 'à faire' },
  { value: 'under-way', text: 'en cours', several: 'en cours' },
  { value: 'done', text: 'faite', several: 'faites' },
  { value: 'stopped', text: 'arrêtée', several: 'arrêtées' },
] as const
export type ActionState = (typeof actionStates)[number]['value']

/** @param state null = nobody has said */
export const stateText = (state: ActionState | null): string =>
  actionStates.find(({ value }) => value === state)?.text ?? 'non renseigné'
