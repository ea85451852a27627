import type {
  FunderReportBasis,
  FunderReportFailure,
  FunderReportFormat,
  FunderReportState,
} from '@reihe/shared-figures';

export function formatWords(format: FunderReportFormat): string {
  switch (format) {
    case 'pdf':
      return $localize`:@@reports.format.pdf:PDF`;
    case 'docx':
      return $localize`:@@reports.format.docx:Word (DOCX)`;
    case 'html':
      return $localize`:@@reports.format.html:Page (HTML)`;
  }
}

export function basisWords(basis: FunderReportBasis): string {
  switch (basis) {
    case 'places':
      return $localize`:@@reports.basis.places:people with a confirmed place`;
    case 'attendance':
      return $localize`:@@reports.basis.attendance:people who came`;
  }
}

export function stateWords(state: FunderReportState): string {
  switch (state) {
    case 'queued':
      return $localize`:@@reports.state.queued:Waits to be made`;
    case 'working':
      return $localize`:@@reports.state.working:Is being made`;
    case 'ready':
      return $localize`:@@reports.state.ready:Ready`;
    case 'failed':
      return $localize`:@@reports.state.failed:Could not be made`;
  }
}

/** What happened, and what to do. */
export function reportFailureWords(failure: FunderReportFailure): string {
  switch (failure) {
    case 'storage':
      return $localize`:@@reports.failure.storage:Files could not be kept. Make it again in a few minutes; if it stays so, whoever runs this site finds the reason in its log.`;
    case 'broken':
      return $localize`:@@reports.failure.broken:It was tried several times. Make it again; if it stays so, whoever runs this site finds the reason in its log.`;
  }
}
