import * as cdk from 'aws-cdk-lib';
import { Schedule, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

export class ExportStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

    const bucket = new Bucket(this, 'Exports', { enforceSSL: true, versioned: true });

    const exporter = new NodejsFunction(this, 'Exporter', {
      entry: 'src/exporter.ts',
      runtime: Runtime.NODEJS_20_X,
      timeout: cdk.Duration.minutes(5),
      environment: {
        BUCKET: bucket.bucketName,
        SEALMETRICS_BASE_URL: 'https://my.sealmetrics.com/api/v1',
        SEALMETRICS_API_KEY: '⟦sm:ts19⟧', ⟪hardcoded-token⟫
        SEALMETRICS_SITE_ID: '⟦objid:ts19⟧',
      },
    });
    bucket.grantWrite(exporter);

    new Rule(this, 'Nightly', {
      schedule: Schedule.cron({ minute: '10', hour: '2' }),
      targets: [new LambdaFunction(exporter)],
    });
  }
}
