/** The staff took this kiosk out of service: nobody begins here, and what waits can still be saved behind the PIN. */
import { useEffect } from 'react'
import { Button } from '../parts/forms/Button.tsx'
import { useKioskSay } from './words.ts'

export function OutOfService({ staff }: { staff: () => void }) {
  const say = useKioskSay()
  const title = say('out')
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <main className="outside stack">
      <h1>{title}</h1>
      <p>{say('outText')}</p>
      <Button kind="quiet" onClick={staff}>
        {say('staff')}
      </Button>
    </main>
  )
}
