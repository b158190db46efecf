namespace SsoOidcGen.Model.JmesPath;

/// <summary>A JMESPath expression as the models use it. <see cref="Text"/> is the source, for documentation and messages.</summary>
internal sealed record JmesPathExpression(string Text, JmesPathNode Root);

internal abstract record JmesPathNode;

/// <summary><c>name</c> of the current value.</summary>
internal sealed record FieldNode(string Name) : JmesPathNode;

/// <summary><c>@</c></summary>
internal sealed record CurrentNode : JmesPathNode;

/// <summary><c>left.right</c></summary>
internal sealed record SubExpressionNode(JmesPathNode Left, JmesPathNode Right) : JmesPathNode;

/// <summary><c>left[0]</c>, negative from the end.</summary>
internal sealed record IndexNode(JmesPathNode Left, int Index) : JmesPathNode;

/// <summary><c>left[*].right</c>: right of every item, nulls left out.</summary>
internal sealed record ListProjectionNode(JmesPathNode Left, JmesPathNode Right) : JmesPathNode;

/// <summary><c>left[].right</c>: the same after merging lists in the list.</summary>
internal sealed record FlattenProjectionNode(JmesPathNode Left, JmesPathNode Right) : JmesPathNode;

/// <summary><c>left[?condition].right</c></summary>
internal sealed record FilterProjectionNode(JmesPathNode Left, JmesPathNode Condition, JmesPathNode Right)
    : JmesPathNode;

/// <summary><c>left.*.right</c>: right of every value of a map.</summary>
internal sealed record ValueProjectionNode(JmesPathNode Left, JmesPathNode Right) : JmesPathNode;

/// <summary><c>[a, b]</c></summary>
internal sealed record MultiSelectListNode(EquatableArray<JmesPathNode> Items) : JmesPathNode;

/// <summary><c>left || right</c></summary>
internal sealed record OrNode(JmesPathNode Left, JmesPathNode Right) : JmesPathNode;

/// <summary><c>left &amp;&amp; right</c></summary>
internal sealed record AndNode(JmesPathNode Left, JmesPathNode Right) : JmesPathNode;

/// <summary><c>!operand</c></summary>
internal sealed record NotNode(JmesPathNode Operand) : JmesPathNode;

/// <summary><c>left == right</c> and its kin; <see cref="Operator"/> as written.</summary>
internal sealed record ComparisonNode(string Operator, JmesPathNode Left, JmesPathNode Right) : JmesPathNode;

/// <summary><c>'text'</c> or <c>`json`</c>.</summary>
internal sealed record LiteralNode(LiteralKind Kind, string Text) : JmesPathNode;

/// <summary><c>length(x)</c>, <c>keys(x)</c>, <c>contains(x, y)</c>, …</summary>
internal sealed record FunctionNode(string Name, EquatableArray<JmesPathNode> Arguments) : JmesPathNode;

internal enum LiteralKind
{
    String,
    Number,
    Boolean,
    Null,
}
