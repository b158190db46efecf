using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Planning.EndpointRules;

namespace SsoOidcGen.Tests.EndpointRules;

public sealed class EndpointRuleGroupsTests
{
    [Fact]
    public void Only_as_many_trees_as_it_takes_get_a_method_of_their_own_the_largest_first()
    {
        EndpointTreeRule small = Tree(Rules(10));
        EndpointTreeRule large = Tree(Rules(38));

        EndpointRuleGroups groups = new([small, large]);

        Assert.True(groups.IsOwnMethod(large));
        Assert.False(groups.IsOwnMethod(small));
    }

    [Theory]
    [InlineData(38, false)]
    [InlineData(39, true)]
    public void Forty_rules_stay_together(int rules, bool isOwn)
    {
        EndpointTreeRule tree = Tree(Rules(rules));

        Assert.Equal(isOwn, new EndpointRuleGroups([.. Rules(1), tree]).IsOwnMethod(tree));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void Deep_trees_are_cut(int depth, bool isOwn)
    {
        EndpointTreeRule tree = Tree(Rules(1));
        for (int i = 1; i < depth; i++)
        {
            tree = Tree([tree]);
        }

        Assert.Equal(isOwn, new EndpointRuleGroups([tree]).IsOwnMethod(tree));
    }

    private static EndpointRule[] Rules(int count) =>
        [.. Enumerable.Range(0, count).Select(static _ => new EndpointErrorRule([], new BooleanExpression(true)))];

    private static EndpointTreeRule Tree(EndpointRule[] rules) => new([], rules.ToEquatableArray());
}
