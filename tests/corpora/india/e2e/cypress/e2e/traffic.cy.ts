describe('traffic page', () => {
  const site = Cypress.env('SEALMETRICS_SITE_ID') || 'acme-shop';

  beforeEach(() => {
    cy.intercept('GET', '/api/visitors*', { fixture: 'visitors.json' }).as('visitors');
    cy.login();
  });

  it('shows what the API says', () => {
    cy.request({
      url: `https://api.sealmetrics.com/v1/sites/${site}/daily`,
      headers: { Authorization: `Bearer ${Cypress.env('SEALMETRICS_TOKEN')}` },
    })
      .its('body.rows')
      .then((rows) => {
        cy.visit('/admin/traffic');
        cy.get('[data-cy=row]').should('have.length', rows.length);
      });
  });

  it('keeps no token in the browser', () => {
    cy.visit('/admin/traffic').then((win) => {
      expect(win.localStorage.getItem('sealmetrics_token')).to.equal(null);
    });
  });
});
