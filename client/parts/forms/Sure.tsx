/** Asked before something is lost: what would go, the button that does it, and the one that keeps it. */
type Props = { really: string; yes: string; no: string; isBusy?: boolean; onYes: () => void; onNo: () => void }

export const Sure = ({ really, yes, no, isBusy = false, onYes, onNo }: Props) => (
  <div className="sure stack" role="alert">
    <p>{really}</p>
    <div className="actions">
      <button type="button" className="button" data-kind="danger" disabled={isBusy} onClick={onYes}>
        {yes}
      </button>
      <button type="button" className="button" onClick={onNo}>
        {no}
      </button>
    </div>
  </div>
)
