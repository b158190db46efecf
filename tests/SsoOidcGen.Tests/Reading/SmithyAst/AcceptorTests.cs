using SsoOidcGen.Model;

namespace SsoOidcGen.Tests.Reading.SmithyAst;

/// <summary>The rules of waiters (Smithy <c>smithy.waiters#waitable</c>).</summary>
public sealed class AcceptorTests
{
    [Theory]
    [InlineData("Users[0].Name", "stringEquals", "a", nameof(AcceptorMatcher.Path))]
    [InlineData("Users[].Name", "anyStringEquals", "a", nameof(AcceptorMatcher.PathAny))]
    [InlineData("Users[].Name", "allStringEquals", "a", nameof(AcceptorMatcher.PathAll))]
    public void A_text_of_the_output_is_compared(string path, string comparator, string expected, string matcher)
    {
        Acceptor acceptor = Read(
            $$"""{"output": {"path": "{{path}}", "comparator": "{{comparator}}", "expected": "{{expected}}"} }"""
        );

        Assert.Equal((matcher, expected), (acceptor.Matcher.ToString(), acceptor.Expected.Text));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void A_boolean_of_the_output_is_compared(string expected, bool flag)
    {
        Acceptor acceptor = Read(
            $$"""{"output": {"path": "length(Users) > `0`", "comparator": "booleanEquals", "expected": "{{expected}}"} }"""
        );

        Assert.Equal((AcceptorMatcher.Path, flag), (acceptor.Matcher, acceptor.Expected.Flag));
    }

    [Theory]
    [InlineData("true", false)]
    [InlineData("false", true)]
    public void A_success_is_that_there_is_no_error(string success, bool isError)
    {
        Acceptor acceptor = Read($$"""{"success": {{success}}}""");

        Assert.Equal((AcceptorMatcher.Error, isError), (acceptor.Matcher, acceptor.Expected.Flag));
    }

    [Theory]
    [InlineData("users#NotFound", "NotFound")]
    [InlineData("Throttled", "Throttled")]
    public void An_error_is_named_by_its_shape_or_code(string error, string code)
    {
        Acceptor acceptor = Read($$"""{"errorType": "{{error}}"}""");

        Assert.Equal((AcceptorMatcher.Error, code), (acceptor.Matcher, acceptor.Expected.Text));
    }

    private static Acceptor Read(string matcher) =>
        Assert.Single(
            Assert
                .Single(
                    SmithyReading
                        .ReadSound(
                            $$"""
                            "users#ListUsers": {
                              "type": "operation",
                              "input": {"target": "users#ListUsersRequest"},
                              "output": {"target": "users#ListUsersResponse"},
                              "traits": {
                                "smithy.api#http": {"method": "GET", "uri": "/users"},
                                "smithy.waiters#waitable": {
                                  "Done": {"acceptors": [{"state": "success", "matcher": {{matcher}}}]}
                                }
                              }
                            }
                            """
                        )
                        .Waiters
                )
                .Acceptors
        );
}
