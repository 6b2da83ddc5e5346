describe('the statistics page', () => {
  beforeEach(() => {
    cy.intercept('GET', '/api/stats*', { fixture: 'stats.json' }).as('stats');
    cy.visit('http://localhost:5173/stats');
  });

  it('shows the rows of our back end', () => {
    cy.wait('@stats');
    cy.get('li').should('have.length', 3);
  });

  it('never asks the analytics host from the browser', () => {
    cy.intercept('https://api.sealmetrics.com/**', () => {
      throw new Error('the browser must not talk to the API');
    });
    cy.reload();
    cy.window().its('localStorage').should((storage) => {
      expect(storage.getItem('sealmetricsToken')).to.equal(null);
    });
  });

  it('agrees with the API', () => {
    cy.request({
      url: 'https://api.sealmetrics.com/v1/stats/summary?account_id=acme-corp',
      headers: { Authorization: `Bearer ${Cypress.env('SEALMETRICS_API_TOKEN')}` },
    }).then((answer) => {
      cy.get('[data-total]').should('contain', answer.body.visits);
    });
  });
});
