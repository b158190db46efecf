using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Endpoints;

public sealed class EndpointContextTests
{
    [Fact]
    public void The_latest_value_of_a_parameter_counts()
    {
        EndpointContext earlier = new EndpointContext().With("Bucket", "a").With("Flag", false);
        EndpointContext later = earlier.With("Bucket", "b");

        Assert.Equal("a", earlier.GetText("Bucket"));
        Assert.Equal("b", later.GetText("Bucket"));
        Assert.False(later.GetFlag("Flag"));
    }

    [Fact]
    public void A_value_that_is_missing_or_of_another_type_is_null()
    {
        EndpointContext context = new EndpointContext().With("Flag", true).With("Text", (string?)null);

        Assert.Null(context.GetText("Flag"));
        Assert.Null(context.GetText("Text"));
        Assert.Null(context.GetFlag("Other"));
        Assert.Null(context.GetList("Other"));
    }

    [Fact]
    public void A_list_is_a_value_too()
    {
        EndpointContext context = new EndpointContext()
            .With("List", ["a", "b"])
            .With("List", (IReadOnlyList<string>?)null)
            .With("Flag", (bool?)null);

        Assert.Equal(["a", "b"], context.GetList("List")!);
        Assert.Null(context.GetFlag("Flag"));
    }

    [Fact]
    public void An_endpoint_of_the_caller_s_is_neither_FIPS_nor_dual_stack_by_itself()
    {
        EndpointContext context = new() { UseFips = true, UseDualStack = true };

        Assert.Same(context, context.WithEndpoint(null));
        EndpointContext own = context.WithEndpoint("https://own.example");
        Assert.Equal(("https://own.example", false, false), (own.Endpoint, own.UseFips, own.UseDualStack));
    }

    [Fact]
    public void Contexts_with_the_same_content_are_equal() =>
        Assert.Equal(
            new EndpointContext { Region = "eu-west-1" }
                .With("Bucket", "a")
                .With("Flag", true),
            new EndpointContext { Region = "eu-west-1" }
                .With("Bucket", "a")
                .With("Flag", true)
        );
}
