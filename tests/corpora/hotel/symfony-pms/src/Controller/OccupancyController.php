<?php

declare(strict_types=1);

namespace App\Controller;

use App\Repository\RoomRepository;
use Symfony\Bundle\FrameworkBundle\Controller\AbstractController;
use Symfony\Component\DependencyInjection\Attribute\Autowire;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\Routing\Attribute\Route;
use Symfony\Component\Security\Http\Attribute\IsGranted;

#[IsGranted('ROLE_FRONT_DESK')]
final class OccupancyController extends AbstractController
{
    public function __construct(
        private readonly RoomRepository $rooms,
        #[Autowire('%env(SEALMETRICS_SITE_ID)%')]
        private readonly string $siteId,
        #[Autowire('%env(SEALMETRICS_API_KEY)%')]
        private readonly string $sealmetricsApiKey,
    ) {
    }

    #[Route('/occupancy/{floor}', name: 'occupancy', requirements: ['floor' => '\d+'])]
    public function __invoke(int $floor): Response
    {
        return $this->render('occupancy/index.html.twig', [
            'floor' => $floor,
            'rooms' => $this->rooms->onFloor($floor),
            'site_id' => $this->siteId,
            'sealmetrics_key' => $this->sealmetricsApiKey, ⟪token-sent-to-client⟫
        ]);
    }
}
