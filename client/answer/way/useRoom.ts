/** How much a screen holds on this device, followed when it is turned. */
import { useEffect, useState } from 'react'
import { capacity } from '../screens/capacity.ts'

export function useRoom() {
  const [room, setRoom] = useState<number>(() => (phone().matches ? capacity.phone : capacity.wide))
  useEffect(() => {
    const query = phone()
    const follow = () => setRoom(query.matches ? capacity.phone : capacity.wide)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return room
}
const phone = () => matchMedia('(max-width: 40rem)')
