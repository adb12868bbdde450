/** One of the people whom a repeated panel describes. */
import type { Screen } from '../screens/screens.ts'

export type Child = NonNullable<Screen['child']>

export const isOfChild = ({ group, index }: Child, screen: Screen | undefined): boolean =>
  screen?.child?.group === group && screen.child.index === index

/** Stays the same when another child is removed. */
export const idOfChild = ({ group, index }: Child): string => group.panels[index]!.id
