import * as cdk from 'aws-cdk-lib';
import { Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

interface DigestProps extends cdk.StackProps {
  readonly recipients: string[];
}

export class DigestStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: DigestProps) {
    super(scope, id, props);

    const apiKey = Secret.fromSecretNameV2(this, 'SealmetricsKey', 'prod/digest/sealmetrics-api-key');

    const digest = new NodejsFunction(this, 'Digest', {
      entry: 'src/digest.ts',
      runtime: Runtime.NODEJS_20_X,
      environment: {
        SEALMETRICS_API_KEY_ARN: apiKey.secretArn,
        SEALMETRICS_API_KEY_REF: 'prod/digest/sealmetrics-api-key',
        SEALMETRICS_ACCOUNT_ID: '⟦objid:ts20⟧',
        RECIPIENTS: props.recipients.join(','),
      },
    });
    apiKey.grantRead(digest);
  }
}
