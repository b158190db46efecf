using SsoOidcGen.Model;

namespace SsoOidcGen.Tests.Reading;

public sealed class PaginatorTests
{
    private const string FileName = "paginators-1.json";

    [Fact]
    public void A_paginator_knows_its_tokens_items_limit_and_end()
    {
        PaginatorModel paginator = Assert.Single(
            ModelReading
                .ReadSound(
                    ModelReading.Model(),
                    (
                        FileName,
                        """
                        {
                          "pagination": {
                            "ListUsers": {
                              "input_token": "Token",
                              "output_token": "NextToken || Users[-1].Name",
                              "result_key": ["Users", "ByName"],
                              "limit_key": "Limit",
                              "more_results": "More"
                            }
                          }
                        }
                        """
                    )
                )
                .Paginators
        );

        Assert.Equal("ListUsers", paginator.Operation);
        Assert.Equal(["Token"], paginator.InputTokens);
        Assert.Equal("NextToken || Users[-1].Name", Assert.Single(paginator.OutputTokens).Text);
        Assert.Equal(["Users", "ByName"], paginator.ResultKeys.Select(key => key.Text));
        Assert.Equal("Limit", paginator.LimitKey);
        Assert.Equal("More", paginator.MoreResults?.Text);
    }

    [Fact]
    public void Several_tokens_belong_together_in_order()
    {
        PaginatorModel paginator = Assert.Single(
            ModelReading
                .ReadSound(
                    ModelReading.Model(),
                    (
                        FileName,
                        """
                        {
                          "pagination": {
                            "ListUsers": {
                              "input_token": ["Token", "Limit"],
                              "output_token": ["NextToken", "Total"],
                              "result_key": "Users"
                            }
                          }
                        }
                        """
                    )
                )
                .Paginators
        );

        Assert.Equal(["Token", "Limit"], paginator.InputTokens);
        Assert.Equal(["NextToken", "Total"], paginator.OutputTokens.Select(token => token.Text));
    }

    [Theory]
    [InlineData("SSOGEN004", """{"ListUsers": «[»]}""")]
    [InlineData(
        "SSOGEN004",
        """{"ListUsers": {"input_token": «1», "output_token": "NextToken", "result_key": "Users"}}"""
    )]
    [InlineData(
        "SSOGEN004",
        """{"ListUsers": {"input_token": "Token", "output_token": "NextToken", "result_key": "Users", "limit_key": «7»}}"""
    )]
    [InlineData(
        "SSOGEN004",
        """{"ListUsers": {"input_token": "Token", "output_token": "NextToken", "result_key": «[»]}}"""
    )]
    [InlineData("SSOGEN005", """{"ListUsers": «{»"output_token": "NextToken", "result_key": "Users"}}""")]
    [InlineData("SSOGEN005", """{"ListUsers": «{»"input_token": "Token", "output_token": "NextToken"}}""")]
    [InlineData(
        "SSOGEN011",
        """{"ListUsers": {"input_token": "Token", "output_token": "NextToken", "result_key": "Users", «"limit"»: 1}}"""
    )]
    [InlineData(
        "SSOGEN018",
        """{«"ListPeople"»: {"input_token": "Token", "output_token": "NextToken", "result_key": "Users"}}"""
    )]
    [InlineData(
        "SSOGEN018",
        """{"ListUsers": {"input_token": «"Marker"», "output_token": "NextToken", "result_key": "Users"}}"""
    )]
    [InlineData(
        "SSOGEN018",
        """{"ListUsers": {"input_token": "Token", "output_token": «"Total"», "result_key": "Users"}}"""
    )]
    [InlineData(
        "SSOGEN018",
        """{"ListUsers": {"input_token": "Token", "output_token": «[»"NextToken", "Total"], "result_key": "Users"}}"""
    )]
    [InlineData(
        "SSOGEN018",
        """{"ListUsers": {"input_token": "Token", "output_token": "NextToken", "result_key": "Users", "limit_key": «"Max"»}}"""
    )]
    [InlineData(
        "SSOGEN018",
        """{"ListUsers": {"input_token": "Token", "output_token": "NextToken", "result_key": "Users", "more_results": «"Total"»}}"""
    )]
    [InlineData(
        "SSOGEN020",
        """{"ListUsers": {"input_token": "Token", "output_token": «"NextMarker"», "result_key": "Users"}}"""
    )]
    [InlineData(
        "SSOGEN020",
        """{"ListUsers": {"input_token": "Token", "output_token": "NextToken", "result_key": «"Users[].Nick"»}}"""
    )]
    [InlineData(
        "SSOGEN020",
        """{"ListUsers": {"input_token": "Token", "output_token": "NextToken", "result_key": "Users", "more_results": «"More |"»}}"""
    )]
    public void A_fault_in_a_paginator_is_reported_at_its_token_and_leaves_the_operation(string id, string paginators)
    {
        ServiceModel? model = ModelReading.ReadUnsound(
            id,
            ModelReading.Model(),
            (FileName, $$"""{"pagination": {{paginators}} }""")
        );

        Assert.Contains(model!.Operations, operation => operation.Name == "ListUsers");
        // What is unknown may be left out; without what is wrong, the rest would not lead through the pages.
        Assert.Equal(id == "SSOGEN011" ? 1 : 0, model.Paginators.Count);
    }

    [Fact]
    public void A_paginator_whose_members_were_left_out_is_not_reported_again()
    {
        SsoOidcGen.Reading.ReadResult result = ModelReading.Read(
            ModelReading
                .Model()
                .Replace(
                    "\"Count\": {\"type\": \"integer\"}",
                    "\"Count\": {\"type\": \"money\"}",
                    StringComparison.Ordinal
                ),
            (
                FileName,
                """
                {
                  "pagination": {
                    "ListUsers": {"input_token": "Limit", "output_token": "Total", "result_key": "Users"},
                    "GetUser": {"input_token": "Id", "output_token": "User.Name", "result_key": "User"}
                  }
                }
                """
            )
        );

        Assert.Equal("SSOGEN008", Assert.Single(result.Diagnostics).Id);
        Assert.Equal("GetUser", Assert.Single(result.Model!.Paginators).Operation);
    }
}
