using SsoOidcGen.Model.EndpointRules;
using static SsoOidcGen.Tests.EndpointRules.RuleSetReading;

namespace SsoOidcGen.Tests.EndpointRules;

public sealed class EndpointRuleSetReaderTests
{
    [Theory]
    [InlineData("""{"fn": "isSet"}""", "'argv' is missing")]
    [InlineData("""{"fn": "isSet", "argv": {}}""", "'argv' must be an array, but is an object")]
    [InlineData("""{"argv": []}""", "'fn' is missing")]
    public void A_member_that_is_missing_or_of_the_wrong_kind_is_named(string condition, string message)
    {
        var (rules, diagnostics) = Read(Condition(condition));

        Assert.Contains(message, Assert.Single(diagnostics).ToDiagnostic().GetMessage());
        Assert.Empty(rules!.Rules);
    }

    [Theory]
    [InlineData("""{"fn": "isSet", "argv": [«null»]}""", "A value must be a string")]
    [InlineData(
        """{"fn": "isSet", "argv": [{"fn": "isSet", "argv": [""], "assign": «"X"»}]}""",
        "Only a condition can"
    )]
    [InlineData("""{"fn": "stringEquals", "argv": ["", «"{Region"»]}""", "The '{' at character 0")]
    [InlineData("""{"fn": "stringEquals", "argv": ["", «"a}b"»]}""", "The '}' at character 1")]
    [InlineData("""{"fn": "getAttr", "argv": [{"ref": "Names"}, «"[x]"»]}""", "'[x]' is not an index")]
    public void A_malformed_value_is_reported_where_it_stands(string condition, string message) =>
        Assert.Contains(message, ReadUnsound("SSOGEN040", Condition(condition)));

    [Fact]
    public void A_property_cannot_be_null() =>
        Assert.Contains(
            "cannot be null",
            ReadUnsound("SSOGEN040", Endpoint("""{"url": "https://a", "properties": {"backend": «null»}}"""))
        );

    [Fact]
    public void Another_version_of_rules_is_refused() =>
        Assert.Contains(
            "Version '2.0'",
            ReadUnsound("SSOGEN041", """{"version": «"2.0"», "parameters": {}, "rules": []}""")
        );

    [Fact]
    public void An_unknown_function_is_reported_with_the_known_ones()
    {
        string message = ReadUnsound("SSOGEN042", Condition("""{"fn": «"parseUrl"», "argv": ["https://a"]}"""));

        Assert.Contains("no function 'parseUrl'", message);
        Assert.Contains("parseURL", message);
    }

    [Theory]
    [InlineData("""{"fn": "isSet", "argv": [{"ref": «"Regoin"»}]}""", "'Regoin'")]
    [InlineData("""{"fn": "stringEquals", "argv": ["", «"{Regoin}"»]}""", "'Regoin'")]
    [InlineData(
        """{"fn": "getAttr", "argv": [{"fn": "aws.partition", "argv": ["a"]}, «"suffix"»]}""",
        "'suffix' is not a part of a partition"
    )]
    public void An_unknown_name_is_reported(string condition, string message) =>
        Assert.Contains(message, ReadUnsound("SSOGEN043", Condition(condition)));

    [Fact]
    public void An_assigned_name_ends_with_its_rule()
    {
        const string Assigning = """
            {
              "type": "tree",
              "conditions": [{"fn": "aws.partition", "argv": ["a"], "assign": "P"}],
              "rules": [{"type": "error", "error": "{P#name}"}]
            }
            """;

        Assert.Contains(
            "'P' is neither",
            ReadUnsound("SSOGEN043", RuleSet(Assigning + """, {"type": "error", "error": «"{P#name}"»}"""))
        );
    }

    [Fact]
    public void A_name_is_assigned_once() =>
        Assert.Contains(
            "'Region' is a parameter",
            ReadUnsound("SSOGEN044", Condition("""{"fn": "aws.partition", "argv": ["a"], "assign": «"Region"»}"""))
        );

    [Theory]
    [InlineData("""{"fn": "stringEquals", "argv": [«{»"ref": "UseFIPS"}, "true"]}""", "a boolean, but stringEquals")]
    [InlineData("""«{»"fn": "isSet", "argv": []}""", "isSet takes 1 argument")]
    [InlineData("""«{»"fn": "coalesce", "argv": [""]}""", "coalesce takes 2 or more")]
    [InlineData("""{"fn": "coalesce", "argv": ["", «1»]}""", "a number, but coalesce needs a string")]
    [InlineData("""{"fn": "ite", "argv": [true, "", «false»]}""", "a boolean, but ite needs a string")]
    [InlineData("""«{»"fn": "aws.parseArn", "argv": []}""", "aws.parseArn takes 1 argument")]
    [InlineData("""«{»"fn": "stringEquals", "argv": ["", "", ""]}""", "stringEquals takes 2 arguments")]
    [InlineData(
        """{"fn": "not", "argv": [«{»"fn": "aws.parseArn", "argv": ["a"]}]}""",
        "This is an ARN, but not needs a boolean here"
    )]
    [InlineData(
        """{"fn": "not", "argv": [«{»"fn": "parseURL", "argv": ["a"]}]}""",
        "This is a URL, but not needs a boolean here"
    )]
    [InlineData(
        """{"fn": "not", "argv": [«{»"fn": "aws.partition", "argv": ["a"]}]}""",
        "This is a partition, but not needs a boolean here"
    )]
    [InlineData(
        """{"fn": "not", "argv": [«{»"ref": "Names"}]}""",
        "This is a list of strings, but not needs a boolean"
    )]
    [InlineData("""{"fn": "stringEquals", "argv": ["", «"{Names}"»]}""", "'Names' is a list of strings")]
    [InlineData("""{"fn": "getAttr", "argv": ["a", «"[0]"»]}""", "an index needs a list")]
    [InlineData("""«{»"fn": "ite", "argv": [true, 1, 2]}""", "A number cannot be a condition")]
    public void A_value_of_another_type_is_reported(string condition, string message) =>
        Assert.Contains(message, ReadUnsound("SSOGEN045", Condition(condition)));

    [Theory]
    [InlineData("""{"fn": "uriEncode", "argv": [«{»"ref": "Region"}]}""", "uriEncode needs one")]
    [InlineData("""{"fn": "stringEquals", "argv": ["", «"a-{Region}"»]}""", "'{Region}' needs one")]
    [InlineData(
        """{"fn": "getAttr", "argv": [{"fn": "aws.parseArn", "argv": ["a"]}, «"service"»]}""",
        "its part 'service' needs one"
    )]
    [InlineData(
        """{"fn": "stringEquals", "argv": ["", «{»"fn": "getAttr", "argv": [{"ref": "Names"}, "[0]"]}]}""",
        "stringEquals needs one"
    )]
    public void A_value_that_may_be_unset_is_reported(string condition, string message) =>
        Assert.Contains(message, ReadUnsound("SSOGEN046", Condition(condition)));

    [Fact]
    public void A_tested_parameter_and_an_assigned_value_are_set()
    {
        var (_, diagnostics) = Read(
            Condition(
                """
                {"fn": "isSet", "argv": [{"ref": "Region"}]},
                {"fn": "aws.parseArn", "argv": [{"ref": "Region"}], "assign": "Arn"},
                {"fn": "stringEquals", "argv": ["{Region}", "{Arn#region}"]}
                """
            )
        );

        Assert.Empty(diagnostics);
    }

    [Theory]
    [InlineData("""{"type": "string", "builtIn": «"AWS::Zone"»}""")]
    [InlineData("""{"type": "string", "builtIn": «"AWS::UseFIPS"»}""")]
    public void A_built_in_without_a_fitting_value_is_reported_and_left_out(string parameter)
    {
        string ruleSet = RuleSet("", $$"""{"P": {{parameter}}}""");

        Assert.Contains("'P'", ReadUnsound("SSOGEN047", ruleSet));
    }

    [Theory]
    [InlineData("""{"type": "string", "default": «true»}""", "'default' must be a string, but is a boolean")]
    [InlineData("""{"type": "boolean", "default": «"yes"»}""", "'default' must be a boolean, but is a string")]
    [InlineData(
        """{"type": "stringArray", "default": «[»"a", 1]}""",
        "'default' must be a list of strings, but is an array"
    )]
    [InlineData("""{"type": «"number"»}""", "'type' must be string, boolean or stringArray, but is number")]
    public void A_parameter_has_a_type_and_a_default_of_it(string parameter, string message) =>
        Assert.Contains(message, ReadUnsound("SSOGEN004", RuleSet("", $$"""{"P": {{parameter}}}""")));

    [Theory]
    [InlineData("SSOGEN005", """«{»"type": "tree"}""", "'rules' is missing")]
    [InlineData("SSOGEN004", """{"type": "tree", "rules": «{»}}""", "'rules' must be an array, but is an object")]
    [InlineData("SSOGEN005", """«{»"type": "error"}""", "'error' is missing")]
    [InlineData("SSOGEN005", """«{»"type": "endpoint"}""", "'endpoint' is missing")]
    [InlineData(
        "SSOGEN004",
        """{"type": "tree", "rules": [], "conditions": «{»}}""",
        "'conditions' must be an array, but is an object"
    )]
    [InlineData(
        "SSOGEN004",
        """{"type": "endpoint", "endpoint": {"url": "https://a", "properties": {"authSchemes": [{"name": "sigv4", "signingName": «7»}]}}}""",
        "'signingName' must be a string, but is a number"
    )]
    [InlineData(
        "SSOGEN004",
        """{"type": "endpoint", "endpoint": {"url": "https://a", "properties": {"authSchemes": [{"name": «7»}]}}}""",
        "'name' must be a string, but is a number"
    )]
    [InlineData(
        "SSOGEN004",
        """{"type": "endpoint", "endpoint": {"url": "https://a", "properties": {"authSchemes": [«7»]}}}""",
        "'authSchemes' must be an object, but is a number"
    )]
    [InlineData(
        "SSOGEN004",
        """{"type": "endpoint", "endpoint": {"url": "https://a", "properties": {"authSchemes": [{"name": "sigv4", "disableDoubleEncoding": «"true"»}]}}}""",
        "'disableDoubleEncoding' must be true or false, but is a string"
    )]
    public void A_rule_has_the_parts_of_its_type(string id, string rule, string message) =>
        Assert.Contains(message, ReadUnsound(id, RuleSet(rule)));

    [Fact]
    public void A_scheme_that_cannot_be_signed_is_reported_once_unless_there_is_another()
    {
        const string WithFallback =
            """{"type": "endpoint", "endpoint": {"url": "https://a", "properties": {"authSchemes": [{"name": "sigv9"}, {"name": "sigv4"}]}}}""";
        const string Again =
            """{"type": "endpoint", "endpoint": {"url": "https://a", "properties": {"authSchemes": [{"name": "sigv9"}]}}}""";
        string marked = Again.Replace("\"sigv9\"", "«\"sigv9\"»", StringComparison.Ordinal);

        Assert.Contains("'sigv9'", ReadUnsound("SSOGEN048", RuleSet($"{WithFallback}, {marked}, {Again}")));
    }

    [Fact]
    public void An_unknown_type_of_rule_is_reported_with_the_known_ones()
    {
        string message = ReadUnsound("SSOGEN004", RuleSet("""{"type": «"loop"»}"""));

        Assert.Contains("'type' must be endpoint, error or tree, but is loop", message);
    }

    [Fact]
    public void A_broken_rule_leaves_the_others()
    {
        var (rules, _) = Read(RuleSet("""{"type": "loop"}, {"type": "error", "error": "sorry"}"""));

        Assert.IsType<EndpointErrorRule>(Assert.Single(rules!.Rules));
    }

    [Fact]
    public void Braces_are_written_twice()
    {
        var (rules, _) = Read(RuleSet("""{"type": "error", "error": "{{a}} }}{{"}"""));

        EndpointErrorRule rule = Assert.IsType<EndpointErrorRule>(Assert.Single(rules!.Rules));
        Assert.Equal("{a} }{", Assert.IsType<TemplateExpression>(rule.Error).Literal);
    }

    [Fact]
    public void Other_white_space_gives_an_equal_model()
    {
        const string Rule =
            """{"type": "error", "conditions": [{"fn": "isSet", "argv": [{"ref": "Region"}]}], "error": "no-{Region}"}""";

        Assert.Equal(Read(RuleSet(Rule)).Rules, Read(RuleSet(Rule).Replace(" ", "\n", StringComparison.Ordinal)).Rules);
    }
}
