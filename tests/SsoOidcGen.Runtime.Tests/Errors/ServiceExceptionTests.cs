using System.Net;

namespace SsoOidcGen.Runtime.Tests.Errors;

public sealed class ServiceExceptionTests
{
    [Fact]
    public void Its_first_line_holds_everything()
    {
        ServiceException exception = new("There is\r\nno such cluster.", new InvalidOperationException("cause"))
        {
            Operation = "DescribeCluster",
            StatusCode = HttpStatusCode.NotFound,
            ErrorCode = "ResourceNotFoundException",
            RequestId = "b8d2",
            Attempts = 2,
        };

        Assert.Equal(
            "SsoOidcGen.Runtime.ServiceException: DescribeCluster failed with 404 ResourceNotFoundException: "
                + "There is no such cluster. (request id b8d2, 2 attempts)",
            FirstLineOf(exception)
        );
    }

    [Fact]
    public void What_is_not_known_is_left_out() =>
        Assert.Equal(
            "SsoOidcGen.Runtime.ServiceUnreachableException: The call failed: No route. (1 attempt)",
            FirstLineOf(new ServiceUnreachableException("No route."))
        );

    [Fact]
    public void A_status_that_stands_for_the_code_is_told_once() =>
        Assert.Equal(
            "SsoOidcGen.Runtime.ServiceException: Get failed with 418: Tea. (1 attempt)",
            FirstLineOf(
                new ServiceException("Tea.")
                {
                    Operation = "Get",
                    StatusCode = (HttpStatusCode)418,
                    ErrorCode = "418",
                }
            )
        );

    [Fact]
    public void A_code_without_a_status_is_told_alone() =>
        Assert.Equal(
            "SsoOidcGen.Runtime.ServiceException: Listen failed with Busy: No. (1 attempt)",
            FirstLineOf(new ServiceException("No.") { Operation = "Listen", ErrorCode = "Busy" })
        );

    [Fact]
    public void Cause_and_stack_trace_follow()
    {
        ServiceException exception = Assert.Throws<ServiceException>(Throw);

        string text = exception.ToString();

        Assert.Contains(" ---> System.InvalidOperationException: cause", text, StringComparison.Ordinal);
        Assert.Contains(nameof(Throw), text, StringComparison.Ordinal);
    }

    private static void Throw() => throw new ServiceException("Broken.", new InvalidOperationException("cause"));

    private static string FirstLineOf(ServiceException exception) =>
        exception.ToString().Split(Environment.NewLine + " --->")[0];
}
