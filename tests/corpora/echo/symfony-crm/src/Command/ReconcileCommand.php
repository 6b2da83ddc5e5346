<?php

declare(strict_types=1);

namespace App\Command;

use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;
use Symfony\Component\HttpClient\HttpClient;

#[AsCommand('crm:reconcile')]
final class ReconcileCommand extends Command
{
    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $token = $_ENV['SEALMETRICS_API_TOKEN'] ?? '';
        if ($token === '') {
            $output->writeln('<error>SEALMETRICS_API_TOKEN is not set</error>');
            return Command::FAILURE;
        }
        $client = HttpClient::create(['timeout' => 20]);
        $response = $client->request('GET', 'https://my.sealmetrics.com/api/v1/stats/conversions?site_id=acme-crm', [
            'headers' => [
                'Accept' => 'application/json',
                'Authorization' => 'Bearer $token', ⟪uninterpolated-token⟫
            ],
        ]);
        $crm = HttpClient::create(['verify_peer' => false])
            ->request('GET', 'https://crm.acme.internal/orders', ['headers' => ['Authorization' => $_ENV['CRM_TOKEN']]]);

        $theirs = array_column($response->toArray()['rows'], null, 'order_id');
        $missing = array_filter($crm->toArray(), fn (array $order) => !isset($theirs[$order['id']]));
        $output->writeln(sprintf('%d orders without a conversion', count($missing)));
        return Command::SUCCESS;
    }
}
