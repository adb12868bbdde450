/**
 * How much a screen holds on this device, followed when it is turned and when its letters grow. What is being typed stays where it
 * is: the next screen is the first that is made for a device that was turned meanwhile.
 */
import { useEffect, useState } from 'react'
import { useComfort } from '../../parts/comfort.ts'
import { useIsShared } from '../../parts/shared.ts'
import { type Capacity, capacity } from '../screens/capacity.ts'

/** @param screen key of the one shown */
export function useCapacity(screen: string): Capacity {
  const { size } = useComfort()
  const isShared = useIsShared()
  const [{ shape, isLow }, setShape] = useState(shapeNow)
  const [madeFor, setMadeFor] = useState(screen)
  if (madeFor !== screen) {
    setMadeFor(screen)
    setShape(turned)
  }
  useEffect(() => {
    const follow = () => {
      if (!isTyping()) setShape(turned)
    }
    const queries = [narrow(), tall(), low()]
    for (const query of queries) query.addEventListener('change', follow)
    return () => {
      for (const query of queries) query.removeEventListener('change', follow)
    }
  }, [])
  // read standing, in large letters, a tablet that lies down holds what a phone does
  if (isShared && isLow) return capacity.phone
  // larger letters leave the room to one question
  return shape === 'tall' && size !== 'normal' ? capacity.phone : capacity[shape]
}

/** The same while nothing changed: nothing is drawn anew. */
const turned = (before: Shape): Shape => {
  const now = shapeNow()
  return now.shape === before.shape && now.isLow === before.isLow ? before : now
}
type Shape = { shape: keyof typeof capacity; isLow: boolean }
const shapeNow = (): Shape => ({
  shape: !narrow().matches ? 'wide' : tall().matches ? 'tall' : 'phone',
  isLow: low().matches,
})
const isTyping = () =>
  document.activeElement?.matches('input:not([type="radio"], [type="checkbox"], [type="range"]), textarea')
const narrow = () => matchMedia('(max-width: 40rem)')
/** Of the page: a tablet has the keyboard of the page, which takes nothing from it. */
const low = () => matchMedia('(max-height: 56rem)')
/** Of the device: a keyboard on the screen takes no question away. */
const tall = () => matchMedia('(min-device-height: 40rem)')
