using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.JmesPath;

/// <summary>Prints JMESPath as C# expressions with LINQ.</summary>
/// <param name="root">The variable that the expressions are applied to.</param>
internal sealed class PathPrinter(string root)
{
    /// <summary>How tightly a C# expression binds, loosest first.</summary>
    private enum Precedence
    {
        Choice,
        Or,
        And,
        Comparison,
        Unary,
        Primary,
    }

    public string Print(PathPlan path) =>
        path switch
        {
            RootPath => root,
            ItemPath => "item",
            EntryPath => "entry",
            TextLiteral literal => Literals.String(literal.Text),
            NumberLiteral literal => Number(literal),
            NullLiteral => "null",
            ArrayPath array => $"new {array.Item.Name}?[] {{ {string.Join(", ", array.Items.Select(Print))} }}",
            ChoicePath choice =>
                $"{Operand(choice.Condition)} ? {Operand(choice.WhenTrue)} : {Operand(choice.WhenFalse)}",
            CaseLink link => $"({Print(link.Source)} as {link.Union.Name}.{link.Case.PropertyName})?.Value",
            PathLink link =>
                $"{At(link.Source, Precedence.Primary)}{(link.Source.IsLinkNullable ? "?." : ".")}{Link(link)}",
            PathCondition condition => Condition(condition),
            _ => throw new ArgumentException($"{path} has no form in C#", nameof(path)),
        };

    /// <summary>The expression as an operand of <c>||</c>.</summary>
    public string Operand(PathPlan path) => At(path, Precedence.Or);

    private string At(PathPlan path, Precedence precedence) =>
        PrecedenceOf(path) < precedence ? $"({Print(path)})" : Print(path);

    private static Precedence PrecedenceOf(PathPlan path) =>
        path switch
        {
            ChoicePath => Precedence.Choice,
            OrCondition => Precedence.Or,
            AndCondition => Precedence.And,
            ComparisonCondition or NullCondition or TrueCondition or FalseCondition or ItemsCondition =>
                Precedence.Comparison,
            NotCondition => Precedence.Unary,
            _ => Precedence.Primary,
        };

    private string Condition(PathCondition condition) =>
        condition switch
        {
            FlagLiteral literal => Literals.Bool(literal.Value),
            OrCondition or => $"{At(or.Left, Precedence.Or)} || {At(or.Right, Precedence.Or)}",
            AndCondition and => $"{At(and.Left, Precedence.And)} && {At(and.Right, Precedence.And)}",
            NotCondition not => "!" + At(not.Operand, Precedence.Unary),
            ComparisonCondition comparison =>
                $"{At(comparison.Left, Precedence.Unary)} {comparison.Operator} {At(comparison.Right, Precedence.Unary)}",
            NullCondition test => $"{At(test.Value, Precedence.Unary)} is {(test.IsNull ? "" : "not ")}null",
            TrueCondition test => $"{At(test.Flag, Precedence.Unary)} {(test.IsTrue ? "==" : "!=")} true",
            FalseCondition test => $"{At(test.Flag, Precedence.Unary)} == false",
            EmptyTextCondition test => $"string.IsNullOrEmpty({Print(test.Text)})",
            ItemsCondition test =>
                $"{At(test.Collection, Precedence.Unary)} is {(test.HasItems ? "" : "not ")}{{ Count: > 0 }}",
            _ => throw new ArgumentException($"{condition} has no form in C#", nameof(condition)),
        };

    private string Link(PathLink link) =>
        link switch
        {
            MemberLink member => member.Member.PropertyName,
            EntryLink entry => $"GetValueOrDefault({Literals.String(entry.Key)})",
            TextLink => "Value",
            KeysLink => "Keys",
            ValuesLink => "Values",
            LengthLink length => Length(length.Source.Type),
            IndexLink index => Index(index),
            ProjectionLink projection => $"Select(static item => {Print(projection.Result)})",
            FilterLink filter => $"Where(static item => {Print(filter.Condition)})",
            PresentItemsLink present => $"OfType<{present.Item.Name}>()",
            FlattenLink => "SelectMany(static item => item)",
            ListLink => "ToArray()",
            AnyLink { Condition: null } => "Any()",
            AnyLink { Condition: { } condition } => $"Any(static item => {Print(condition)})",
            AllLink all => $"DefaultIfEmpty().All(static item => {Print(all.Condition)})",
            SubstringLink substring => $"Contains({Print(substring.Searched)})",
            ContainsLink contains =>
                $"Any(entry => {Print(contains.Entry)} == {At(contains.Searched, Precedence.Unary)})",
            _ => throw new ArgumentException($"{link} has no form in C#", nameof(link)),
        };

    private static string Length(TypePlan type) =>
        type switch
        {
            StringType => "EnumerateRunes().Count()",
            SequenceType => "Count()",
            _ => "Count",
        };

    private static string Index(IndexLink link)
    {
        string item = link.Index switch
        {
            0 => "FirstOrDefault()",
            -1 => "LastOrDefault()",
            > 0 => $"ElementAtOrDefault({link.Index})",
            _ => $"ElementAtOrDefault(^{-(long)link.Index})",
        };
        // Otherwise what is not there would be the type's default.
        return link.Item is { Type.IsValueType: true, IsNullable: false }
            ? $"Select(static item => ({link.Item.Type.Name}?)item).{item}"
            : item;
    }

    private static string Number(NumberLiteral literal) =>
        literal.Kind == NumericType.Double && literal.Literal.IndexOfAny(['.', 'e', 'E']) < 0
            ? literal.Literal + "d"
            : literal.Literal;
}
