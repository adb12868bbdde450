/** The staff took this kiosk out of service: nobody begins here, and what waits can still be saved behind the PIN. */
import { useKioskSay } from './words.ts'

export function OutOfService({ staff }: { staff: () => void }) {
  const say = useKioskSay()
  return (
    <main className="outside stack">
      <h1>{say('out')}</h1>
      <p>{say('outText')}</p>
      <button type="button" className="button" data-kind="quiet" onClick={staff}>
        {say('staff')}
      </button>
    </main>
  )
}
