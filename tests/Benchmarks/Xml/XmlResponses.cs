using System.Globalization;
using System.Text;

namespace SsoOidcGen.Benchmarks.Xml;

/// <summary>What S3, EC2 and STS send.</summary>
internal static class XmlResponses
{
    /// <summary>A page of 1,000 keys.</summary>
    public static byte[] ListObjectsV2 { get; } =
        Utf8(
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>photos</Name><Prefix></Prefix><KeyCount>1000</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>{Repeat(
                1000,
                Key
            )}</ListBucketResult>
            """
        );

    /// <summary>100 virtual machines in as many reservations.</summary>
    public static byte[] DescribeInstances { get; } =
        Utf8(
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
                <requestId>8f7724cf-496f-496e-8fe3-0123456789ab</requestId>
                <reservationSet>{Repeat(100, Reservation)}
                </reservationSet>
            </DescribeInstancesResponse>
            """
        );

    public static byte[] AssumeRole { get; } =
        Utf8(
            $"""
            <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <AssumeRoleResult>
                <AssumedRoleUser>
                  <AssumedRoleId>AROA3XFRBF535PLBIFPI4:me</AssumedRoleId>
                  <Arn>arn:aws:sts::123456789012:assumed-role/demo/me</Arn>
                </AssumedRoleUser>
                <Credentials>
                  <AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId>
                  <SecretAccessKey>wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY</SecretAccessKey>
                  <SessionToken>{new string('t', 800)}</SessionToken>
                  <Expiration>2026-11-30T13:00:00Z</Expiration>
                </Credentials>
              </AssumeRoleResult>
              <ResponseMetadata><RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId></ResponseMetadata>
            </AssumeRoleResponse>
            """
        );

    private static string Key(int number) =>
        $"<Contents><Key>2026/11/holiday-{number:D6}.jpg</Key><LastModified>2026-10-12T17:50:30.000Z</LastModified><ETag>&quot;fba9dede5f27731c9771645a{number:D8}&quot;</ETag><Size>{434234 + number}</Size><StorageClass>STANDARD</StorageClass></Contents>";

    private static string Reservation(int number) =>
        $"""

                        <item>
                            <reservationId>r-0123456789{number:D7}</reservationId>
                            <ownerId>123456789012</ownerId>
                            <groupSet/>
                            <instancesSet>
                                <item>
                                    <instanceId>i-0123456789{number:D7}</instanceId>
                                    <imageId>ami-0abcdef1234567890</imageId>
                                    <instanceState><code>16</code><name>running</name></instanceState>
                                    <privateDnsName>ip-10-0-0-{number}.eu-central-1.compute.internal</privateDnsName>
                                    <keyName>my-key</keyName>
                                    <instanceType>m5.large</instanceType>
                                    <launchTime>2026-03-01T08:00:00.000Z</launchTime>
                                    <placement><availabilityZone>eu-central-1a</availabilityZone><groupName/><tenancy>default</tenancy></placement>
                                    <monitoring><state>disabled</state></monitoring>
                                    <subnetId>subnet-0123456789abcdef0</subnetId>
                                    <vpcId>vpc-0123456789abcdef0</vpcId>
                                    <privateIpAddress>10.0.0.{number}</privateIpAddress>
                                    <groupSet><item><groupId>sg-0123456789abcdef0</groupId><groupName>web</groupName></item></groupSet>
                                    <architecture>x86_64</architecture>
                                    <blockDeviceMapping><item><deviceName>/dev/xvda</deviceName><ebs><volumeId>vol-0123456789abcdef0</volumeId><status>attached</status><attachTime>2026-03-01T08:00:01.000Z</attachTime><deleteOnTermination>true</deleteOnTermination></ebs></item></blockDeviceMapping>
                                    <tagSet><item><key>Name</key><value>web-{number}</value></item><item><key>Stage</key><value>test &amp; demo</value></item></tagSet>
                                    <ebsOptimized>true</ebsOptimized>
                                    <cpuOptions><coreCount>1</coreCount><threadsPerCore>2</threadsPerCore></cpuOptions>
                                </item>
                            </instancesSet>
                        </item>
            """;

    private static string Repeat(int count, Func<int, string> make) =>
        string.Concat(Enumerable.Range(0, count).Select(make));

    private static byte[] Utf8(FormattableString text) =>
        Encoding.UTF8.GetBytes(text.ToString(CultureInfo.InvariantCulture));
}
