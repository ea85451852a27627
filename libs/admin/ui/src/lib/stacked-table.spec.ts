import { Component, signal } from '@angular/core';
import { render, screen, waitFor } from '@testing-library/angular';
import { StackedTable } from './stacked-table';

@Component({
  selector: 'reihe-table-host',
  imports: [StackedTable],
  template: `
    <table class="dense" reiheStackedTable>
      <thead>
        <tr>
          <th>Name</th>
          <th><span>State</span></th>
        </tr>
      </thead>
      <tbody>
        @for (name of names(); track name) {
          <tr>
            <th>{{ name }}</th>
            <td>active</td>
          </tr>
        }
      </tbody>
    </table>
  `,
})
class Host {
  readonly names = signal(['Ada']);
}

describe('a table on a narrow screen', () => {
  it('names the column in each cell, also of rows that come later', async () => {
    const { fixture } = await render(Host);
    fixture.componentInstance.names.set(['Ada', 'Grace']);
    await waitFor(() => {
      const cells = screen.getAllByRole('cell');
      expect(cells.map(({ dataset }) => dataset['column'])).toEqual(['State', 'State']);
    });
  });
});
