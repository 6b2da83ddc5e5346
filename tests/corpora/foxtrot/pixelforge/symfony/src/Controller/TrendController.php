<?php

declare(strict_types=1);

namespace App\Controller;

use Symfony\Bundle\FrameworkBundle\Controller\AbstractController;
use Symfony\Component\DependencyInjection\Attribute\Autowire;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\Routing\Attribute\Route;
use Symfony\Contracts\HttpClient\HttpClientInterface;

final class TrendController extends AbstractController
{
    public function __construct(
        private readonly HttpClientInterface $http,
        #[Autowire('%env(SEALMETRICS_API_TOKEN)%')] private readonly string $sealToken,
        #[Autowire('%env(default::SEALMETRICS_SITE_ID)%')] private readonly ?string $siteId,
    ) {
    }

    #[Route('/trend', name: 'trend')]
    public function __invoke(Request $request): Response
    {
        $answer = $this->http->request('GET', 'https://api.sealmetrics.com/v1/trend', [
            'auth_bearer' => $this->sealToken,
            'query' => ['site' => $this->siteId, 'days' => $request->query->getInt('days', 30)],
        ]);
        if (200 !== $answer->getStatusCode()) {
            throw $this->createNotFoundException('No trend for this client.');
        }

        return $this->render('trend.html.twig', [
            'points' => $answer->toArray()['points'],
            'siteId' => $this->siteId,
            'tokenConfigured' => '' !== $this->sealToken,
        ]);
    }
}
