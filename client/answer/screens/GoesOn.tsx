/** Says that a touch goes on by itself, where it does, and lets the person stop it. */
import { setComfort, useComfort } from '../../parts/comfort.ts'
import { useSay } from '../../words/useSay.ts'

/** @param only the one choice that does, where every other may be one of several */
export function GoesOn({ only }: { only: string | null }) {
  const say = useSay()
  const { goesOn } = useComfort()
  // only a finger goes on by itself
  if (!matchMedia('(any-pointer: coarse)').matches) return null
  return (
    <label className="goes-on no-print">
      <input type="checkbox" checked={goesOn} onChange={({ target }) => setComfort({ goesOn: target.checked })} />
      <span>{only === null ? say('answer.goesOn') : say('answer.goesOnAside', { name: only })}</span>
    </label>
  )
}
