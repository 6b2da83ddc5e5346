<?php

namespace App;

use Symfony\Bundle\FrameworkBundle\Controller\AbstractController;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Contracts\HttpClient\HttpClientInterface;

final class SpareController extends AbstractController
{
    public function __invoke(HttpClientInterface $http): JsonResponse
    {
        $options = ['auth_bearer' => $this->getParameter('visits.spare')];

        return $this->json($http->request('GET', $this->getParameter('visits.url') . '/stats/spare', $options)->toArray());
    }
}
