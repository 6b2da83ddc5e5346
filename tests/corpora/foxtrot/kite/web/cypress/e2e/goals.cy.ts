describe('goals', () => {
  const site = Cypress.env('SEALMETRICS_SITE_ID');

  beforeEach(() => {
    cy.intercept('GET', 'https://my.sealmetrics.com/api/v1/stats/goals*', { fixture: 'goals.json' }).as('goals');
    cy.session('staff', () => {
      cy.visit('/sign-in');
      cy.get('input[type=email]').type(Cypress.env('SEAL_METRICS_EMAIL'));
      cy.get('input[type=password]').type(Cypress.env('SEAL_METRICS_PASSWORD'), { log: false });
      cy.contains('button', 'Sign in').click();
      cy.location('pathname').should('eq', '/');
    });
  });

  it('lists goals', () => {
    cy.visit(`/goals?site=${site}`);
    cy.wait('@goals').its('request.headers').should('have.property', 'x-api-key');
    cy.get('[data-test=goal]').should('have.length', 3);
  });

  it('agrees with the API', () => {
    cy.request({
      url: `https://my.sealmetrics.com/api/v1/stats/goals?site_id=${site}`,
      headers: { 'X-API-Key': Cypress.env('SEALMETRICS_API_KEY') },
    })
      .its('body.goals')
      .should('be.an', 'array');
  });

  it('never leaves a key in the page', () => {
    cy.visit('/goals');
    cy.document().its('documentElement.innerHTML').should('not.match', /sm_[A-Za-z0-9]{40,}/);
  });
});
