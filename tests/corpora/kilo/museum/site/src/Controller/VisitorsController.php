<?php

namespace App\Controller;

use App\Visitors\VisitorsClient;
use Symfony\Bundle\FrameworkBundle\Controller\AbstractController;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\Routing\Attribute\Route;

final class VisitorsController extends AbstractController
{
    #[Route('/api/visitors/{day}', methods: ['GET'])]
    public function day(string $day, VisitorsClient $visitors): JsonResponse
    {
        $numbers = $visitors->daily(new \DateTimeImmutable($day));

        return $this->json(['day' => $day, 'visits' => $numbers['visits'], 'tracker' => 'acme-museum']);
    }
}
