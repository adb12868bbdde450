/** Asked before something is lost: what would go, the button that does it, and the one that keeps it. */
import { Button } from './Button.tsx'

type Props = {
  really: string
  yes: string
  no: string
  isBusy?: boolean | undefined
  onYes: () => void
  onNo: () => void
}

export const Sure = ({ really, yes, no, isBusy, onYes, onNo }: Props) => (
  <div className="sure stack" role="alert">
    <p>{really}</p>
    <div className="actions">
      <Button kind="danger" disabled={isBusy} onClick={onYes}>
        {yes}
      </Button>
      <Button onClick={onNo}>{no}</Button>
    </div>
  </div>
)
