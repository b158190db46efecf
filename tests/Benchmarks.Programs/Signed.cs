using My.DynamoDb;
using SsoOidcGen.Benchmarks;
using SsoOidcGen.Runtime;

using DynamoDBClient client = new(new ServiceClientOptions { Region = "eu-central-1", Endpoint = new Uri(args[0]) });
DescribeTableResponse table = await client.DescribeTableAsync(new DescribeTableRequest { TableName = "table" });
Console.WriteLine(table.Table?.TableName);
PeakMemory.Print();
