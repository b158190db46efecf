using System.Text;

namespace SsoOidcGen.Runtime.Tests.Codecs.Xml;

/// <summary>Documents as services send them.</summary>
internal static class XmlSamples
{
    public static IReadOnlyList<byte[]> All { get; } =
    [
        .. new[]
        {
            """
                <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                  <AssumeRoleResult>
                    <AssumedRoleUser><AssumedRoleId>AROA:demo</AssumedRoleId><Arn>arn:aws:sts::123456789012:assumed-role/demo/me</Arn></AssumedRoleUser>
                    <Credentials>
                      <AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>wJalr/bPxRfiCYzEXAMPLEKEY</SecretAccessKey>
                      <SessionToken>AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQW=</SessionToken><Expiration>2026-11-30T13:00:00Z</Expiration>
                    </Credentials>
                  </AssumeRoleResult>
                  <ResponseMetadata><RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId></ResponseMetadata>
                </AssumeRoleResponse>
                """,
            """
                <?xml version="1.0" encoding="UTF-8"?>
                <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>photos</Name><Prefix/><KeyCount>2</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated><Contents><Key>a &amp; b/&#x1F600;.jpg</Key><LastModified>2026-10-12T17:50:30.000Z</LastModified><ETag>&quot;fba9dede5f27731c9771645a39863328&quot;</ETag><Size>434234</Size><StorageClass>STANDARD</StorageClass></Contents><Contents><Key>c&#13;d</Key><LastModified>2026-10-12T17:50:30.000Z</LastModified><ETag>&quot;0&quot;</ETag><Size>0</Size></Contents></ListBucketResult>
                """,
            """
                <?xml version="1.0" encoding="UTF-8"?>
                <DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
                    <requestId>8f7724cf-496f-496e-8fe3-example</requestId>
                    <reservationSet><item><reservationId>r-1234567890abcdef0</reservationId><groupSet/><instancesSet><item>
                        <instanceId>i-1234567890abcdef0</instanceId><instanceState><code>16</code><name>running</name></instanceState>
                        <launchTime>2026-03-01T08:00:00.000Z</launchTime><tagSet><item><key>Name</key><value>web &lt;1&gt;</value></item></tagSet>
                    </item></instancesSet></item></reservationSet>
                </DescribeInstancesResponse>
                """,
            """
                <Response><Errors><Error><Code>InvalidInstanceID.NotFound</Code><Message>The instance ID 'i-1' does not exist</Message></Error></Errors><RequestID>ea966190-f9aa-478e-9ede-example</RequestID></Response>
                """,
            """
                <?xml version="1.0"?>
                <ErrorResponse xmlns="http://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>The user with name x cannot be found.</Message></Error><RequestId>ae9d7c1a</RequestId></ErrorResponse>
                """,
            """
                <Error><Code>NoSuchKey</Code><Message>The resource you requested does not exist</Message><Resource>/b/k</Resource><RequestId>4442587FB7D0A2F9</RequestId></Error>
                """,
            """
                <AccessControlPolicy xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Owner><ID>75aa57</ID></Owner><AccessControlList><Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser"><ID>75aa57</ID></Grantee><Permission>FULL_CONTROL</Permission></Grant></AccessControlList></AccessControlPolicy>
                """,
            """
                <GetQueueAttributesResponse><GetQueueAttributesResult><Attribute><Name>Policy</Name><Value><![CDATA[{"Version": "2012-10-17", "a": "<&>"}]]></Value></Attribute><Attribute><Value>3</Value><Name>Depth</Name></Attribute></GetQueueAttributesResult></GetQueueAttributesResponse>
                """,
            """
                <?xml version='1.0' encoding='utf-8' standalone='yes'?><!-- made by hand -->
                <?order newest?><ListHostedZonesResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><HostedZones><HostedZone><Id>/hostedzone/Z111</Id><Name>exämple.org.</Name><Config><PrivateZone>false</PrivateZone></Config></HostedZone></HostedZones><!-- no more --><MaxItems>100</MaxItems></ListHostedZonesResponse>
                """,
            """
                <x:DescribeStacksResponse xmlns:x="urn:x"><x:DescribeStacksResult><x:Stacks><x:member><x:StackName>one</x:StackName><x:DisableRollback> true </x:DisableRollback></x:member></x:Stacks></x:DescribeStacksResult></x:DescribeStacksResponse>
                """,
        }.Select(static text => Encoding.UTF8.GetBytes(text.Trim())),
    ];
}
