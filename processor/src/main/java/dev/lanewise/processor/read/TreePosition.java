package dev.lanewise.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import javax.tools.Diagnostic.Kind;

/**
 * A statement or expression in a method's body.
 *
 * @param tree the tree
 * @param unit the file that it stands in
 * @param trees the compiler's
 */
record TreePosition(Tree tree, CompilationUnitTree unit, Trees trees) implements Printable {

    @Override
    public void print(String text) {
        trees.printMessage(Kind.ERROR, text, tree, unit);
    }
}
