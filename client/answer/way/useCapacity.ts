/**
 * How much a screen holds on this device, followed when it is turned and when its letters grow. A screen on which somebody has begun
 * stays as it is, what is typed and where they are: the next one is the first that is made for the device as it is held now.
 */
import { useEffect, useRef, useState } from 'react'
import { useComfort } from '../../parts/comfort.ts'
import { useIsShared } from '../../parts/shared.ts'
import { type Capacity, capacity } from '../screens/capacity.ts'

/** @param screen key of the one shown */
export function useCapacity(screen: string): Capacity {
  const { size } = useComfort()
  const isShared = useIsShared()
  const [{ shape, isLow }, setShape] = useState(shapeNow)
  const [madeFor, setMadeFor] = useState(screen)
  const isBegun = useRef(false)
  if (madeFor !== screen) {
    isBegun.current = false
    setMadeFor(screen)
    setShape(turned)
  }
  useEffect(() => {
    const begin = ({ target }: Event) => {
      if (target instanceof Element && target.matches('input, textarea, select')) isBegun.current = true
    }
    const moments = ['focusin', 'input', 'change']
    for (const moment of moments) document.addEventListener(moment, begin)
    return () => {
      for (const moment of moments) document.removeEventListener(moment, begin)
    }
  }, [])
  useEffect(() => {
    const follow = () => {
      if (!isBegun.current) setShape(turned)
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
const narrow = () => matchMedia('(max-width: 40rem)')
/** Of the page: a tablet has the keyboard of the page, which takes nothing from it. */
const low = () => matchMedia('(max-height: 56rem)')
/** Of the device: a keyboard on the screen takes no question away. */
const tall = () => matchMedia('(min-device-height: 40rem)')
