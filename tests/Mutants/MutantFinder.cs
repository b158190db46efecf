using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SsoOidcGen.Mutants;

/// <summary>Finds every mutant of a source file: a condition turned, a statement gone, a constant moved.</summary>
internal sealed class MutantFinder : CSharpSyntaxWalker
{
    private static readonly Dictionary<SyntaxKind, string[]> s_operators = new()
    {
        [SyntaxKind.LessThanToken] = ["<=", ">="],
        [SyntaxKind.LessThanEqualsToken] = ["<", ">"],
        [SyntaxKind.GreaterThanToken] = [">=", "<="],
        [SyntaxKind.GreaterThanEqualsToken] = [">", "<"],
        [SyntaxKind.EqualsEqualsToken] = ["!="],
        [SyntaxKind.ExclamationEqualsToken] = ["=="],
        [SyntaxKind.AmpersandAmpersandToken] = ["||"],
        [SyntaxKind.BarBarToken] = ["&&"],
        [SyntaxKind.PlusToken] = ["-"],
        [SyntaxKind.MinusToken] = ["+"],
        [SyntaxKind.AsteriskToken] = ["/"],
        [SyntaxKind.SlashToken] = ["*"],
        [SyntaxKind.AmpersandToken] = ["|"],
        [SyntaxKind.BarToken] = ["&"],
    };

    private readonly string _path;
    private readonly List<Mutant> _found = [];

    private MutantFinder(string path) => _path = path;

    public static IReadOnlyList<Mutant> Find(string path, string source)
    {
        MutantFinder finder = new(path);
        finder.Visit(CSharpSyntaxTree.ParseText(source).GetRoot());
        return finder._found;
    }

    // What an attribute says does not run.
    public override void VisitAttributeList(AttributeListSyntax node) { }

    // Without a synchronization context it is all the same.
    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "ConfigureAwait" } awaited)
        {
            Visit(awaited.Expression);
        }
        else
        {
            base.VisitInvocationExpression(node);
        }
    }

    public override void VisitIfStatement(IfStatementSyntax node)
    {
        Negate(node.Condition);
        base.VisitIfStatement(node);
    }

    public override void VisitWhileStatement(WhileStatementSyntax node)
    {
        Negate(node.Condition);
        base.VisitWhileStatement(node);
    }

    public override void VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        Negate(node.Condition);
        base.VisitConditionalExpression(node);
    }

    public override void VisitWhenClause(WhenClauseSyntax node)
    {
        Negate(node.Condition);
        base.VisitWhenClause(node);
    }

    public override void VisitCatchFilterClause(CatchFilterClauseSyntax node)
    {
        Negate(node.FilterExpression);
        base.VisitCatchFilterClause(node);
    }

    public override void VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        Replace(node, ";");
        base.VisitExpressionStatement(node);
    }

    public override void VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        foreach (string other in s_operators.GetValueOrDefault(node.OperatorToken.Kind(), []))
        {
            Replace(node.OperatorToken, other);
        }

        if (node.IsKind(SyntaxKind.CoalesceExpression))
        {
            Replace(node, node.Right.ToString());
        }

        base.VisitBinaryExpression(node);
    }

    public override void VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        switch (node.Token.Value)
        {
            case true:
                Replace(node, "false");
                break;
            case false:
                Replace(node, "true");
                break;
            case int number:
                Replace(node, (number + 1).ToString(CultureInfo.InvariantCulture));
                break;
            case string { Length: > 0 } when !node.Ancestors().Any(IsThrow):
                Replace(node, "\"\"");
                break;
        }
    }

    // An operator that is turned says the same.
    private void Negate(ExpressionSyntax condition)
    {
        if (!condition.IsKind(SyntaxKind.EqualsExpression) && !condition.IsKind(SyntaxKind.NotEqualsExpression))
        {
            Replace(condition, $"!({condition})");
        }
    }

    // What a message says is for people.
    private static bool IsThrow(SyntaxNode node) => node is ThrowStatementSyntax or ThrowExpressionSyntax;

    private void Replace(SyntaxNodeOrToken original, string replacement) =>
        _found.Add(
            new Mutant(
                _path,
                original.GetLocation()!.GetLineSpan().StartLinePosition.Line + 1,
                original.Span,
                original.ToString(),
                replacement
            )
        );
}
