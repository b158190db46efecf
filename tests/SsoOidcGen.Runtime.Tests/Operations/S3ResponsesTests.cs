using System.Net;
using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Operations;

public sealed class S3ResponsesTests
{
    [Theory]
    [InlineData(301, "", true)]
    [InlineData(302, "", true)]
    [InlineData(307, "", true)]
    [InlineData(400, "", true)]
    [InlineData(403, "PermanentRedirect", true)]
    [InlineData(403, "AuthorizationHeaderMalformed", true)]
    [InlineData(403, "IllegalLocationConstraintException", true)]
    [InlineData(403, "AccessDenied", false)]
    [InlineData(303, "", false)]
    [InlineData(404, "NoSuchBucket", false)]
    public void A_region_counts_where_the_request_went_to_another(int status, string code, bool isElsewhere) =>
        Assert.Equal(
            isElsewhere ? "eu-central-1" : null,
            FindRegion(status, $"<Error><Code>{code}</Code><Region>eu-central-1</Region></Error>")
        );

    [Theory]
    [InlineData("eu-west-1", "<Error><Region>eu-central-1</Region></Error>", "eu-west-1")]
    [InlineData("eu-west-1", "<Error><Region>eu-", "eu-west-1")]
    [InlineData("eu-west-1", "", "eu-west-1")]
    [InlineData(null, "<Error><Host/><Region>eu-central-1</Region></Error>", "eu-central-1")]
    [InlineData(null, "<Error><Region>evil.example/</Region></Error>", null)]
    [InlineData(null, "<Error/>", null)]
    public void The_header_counts_before_the_body(string? header, string body, string? expected) =>
        Assert.Equal(expected, FindRegion(301, body, header));

    [Theory]
    [InlineData("", false)]
    [InlineData("<Error><Code>InternalError</Code></Error>", true)]
    [InlineData("<CopyObjectResult/>", false)]
    [InlineData("<Cop", true)]
    public void A_success_may_hold_an_error(string body, bool isError) =>
        Assert.Equal(isError, S3Responses.IsError(Encoding.UTF8.GetBytes(body)));

    private static string? FindRegion(int status, string body, string? header = null)
    {
        using HttpResponseMessage response = new((HttpStatusCode)status);
        if (header is not null)
        {
            response.Headers.Add("x-amz-bucket-region", header);
        }

        return S3Responses.FindRegion(response, Encoding.UTF8.GetBytes(body));
    }
}
